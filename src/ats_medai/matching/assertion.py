from ats_medai.model import Keywords


class Asserter:
    def __init__(self, keywords: Keywords) -> None: ...
