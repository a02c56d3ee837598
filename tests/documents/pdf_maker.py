"""PDFs for the tests, made on the spot: text at points, columns of lines, in any order of drawing."""

import io

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

WIDTH, HEIGHT = 612, 792


class Sheet:
    """A page that is drawn from the top down; y is counted from the top."""

    def __init__(self, password=None, owner=None, rotation=0):
        self._out = io.BytesIO()
        lock = None
        if password is not None or owner is not None:
            lock = StandardEncryption(password or "", ownerPassword=owner or "owner")
        self.canvas = canvas.Canvas(self._out, pagesize=(WIDTH, HEIGHT), encrypt=lock, invariant=1)
        if rotation:
            self.canvas.setPageRotation(rotation)

    def text(self, x, y, text, size=10, font="Helvetica", color=None, mode=None, space=0):
        self.canvas.saveState()
        item = self.canvas.beginText(x, HEIGHT - y)
        item.setFont(font, size)
        if color is not None:
            item.setFillColorRGB(*color)
        if mode is not None:
            item.setTextRenderMode(mode)
        if space:
            item.setCharSpace(space)
        item.textOut(text)
        self.canvas.drawText(item)
        self.canvas.restoreState()
        return self

    def right(self, x, y, text, size=10, font="Helvetica"):
        return self.text(x - stringWidth(text, font, size), y, text, size, font)

    def lines(self, x, y, lines, size=10, step=13, width=None, align="left"):
        """Draw lines below each other; those in capitals are headings in bold. Give the y below the last."""
        for line in lines:
            font = "Helvetica-Bold" if line.isupper() else "Helvetica"
            free = (width or 0) - stringWidth(line, font, size)
            shift = {"left": 0, "right": free, "center": free / 2}[align]
            self.text(x + shift, y, line, size, font)
            y += step
        return y

    def box(self, x, y, width, height, color):
        self.canvas.setFillColorRGB(*color)
        self.canvas.rect(x, HEIGHT - y - height, width, height, stroke=0, fill=1)
        self.canvas.setFillColorRGB(0, 0, 0)
        return self

    def turned(self, x, y, text, angle):
        self.canvas.saveState()
        self.canvas.translate(x, HEIGHT - y)
        self.canvas.rotate(angle)
        self.canvas.setFont("Helvetica", 10)
        self.canvas.drawString(0, 0, text)
        self.canvas.restoreState()
        return self

    def page(self):
        self.canvas.showPage()
        return self

    def data(self):
        self.canvas.save()
        return self._out.getvalue()
