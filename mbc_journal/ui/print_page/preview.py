"""The preview: the page itself as a picture, and its words for reading aloud."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mbc_journal.report import Printout
from mbc_journal.ui.forms import LongText
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, FlowRow, Hint, Problem
from mbc_journal.wording import _

_PAPERS = {"a4": "A4", "letter": "Letter"}


class PageView(QWidget):
    """One page, as wide as the room, sharp on this screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pixmap = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_png(self, png: bytes) -> None:
        """Show this picture of a page."""
        self._pixmap.loadFromData(png)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Qt asks: the height of the paper."""
        size = self._pixmap.size()
        return round(width * size.height() / size.width()) if size.width() else width

    def sizeHint(self) -> QSize:
        """Qt asks: a page at a readable size."""
        width = 30 * self._theme.em
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Qt asks: small pages are better than none."""
        return QSize(10 * self._theme.em, 10 * self._theme.em)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt tells: paint the page on white, with a hairline round it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._pixmap.isNull():
            painter.drawPixmap(self.rect(), self._pixmap)
        painter.setPen(self._theme.color("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Preview(QWidget):
    """All pages of a printout, what to know of them, and their text on a button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.caption = Hint()
        self.caption.setObjectName("preview_caption")
        self.remark = Problem()
        self.remark.hide()
        self.as_text = Button(_("&Read as text"), theme, icon="file-text")
        self.as_text.setObjectName("read_as_text")
        self.text = LongText(longest=1_000_000, lines=20)
        self.text.setObjectName("preview_text")
        self.text.setAccessibleName(_("The page as text"))
        self.text.setReadOnly(True)
        self.text.hide()
        self._pages: list[PageView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        head = FlowRow(theme, apart=True)
        head.add(self.caption, self.as_text)
        for widget in (head, self.remark, self.text):
            self._column.addWidget(widget)
        self._column.addStretch()
        self.as_text.clicked.connect(self._on_as_text_clicked)

    def show_printout(self, printout: Printout, pngs: list[bytes]) -> None:
        """Show the pages; text and pictures are of one compile."""
        paper = _PAPERS.get(printout.paper, printout.paper)
        self.caption.setText(_("Page 1 of {count}, {paper}, black ink").format(count=printout.pages, paper=paper))
        self.remark.setText(printout.remark)
        self.remark.setVisible(bool(printout.remark))
        self.text.setPlainText(printout.text)
        while len(self._pages) > len(pngs):
            page = self._pages.pop()
            page.hide()
            page.deleteLater()
        while len(self._pages) < len(pngs):
            self._pages.append(PageView(self._theme))
            self._column.insertWidget(self._column.count() - 1, self._pages[-1])
        for number, (page, png) in enumerate(zip(self._pages, pngs, strict=True), start=1):
            page.setAccessibleName(_("Preview, page {number} of {count}").format(number=number, count=len(pngs)))
            page.setAccessibleDescription(printout.text if number == 1 else "")
            page.show_png(png)
            page.setVisible(not self.text.isVisible())

    def dots_per_inch(self, width: int) -> float:
        """The resolution at which a page fills `width` sharply on this screen."""
        return max(72.0, min(220.0, width / 8.27 * self.devicePixelRatioF()))

    @Slot()
    def _on_as_text_clicked(self) -> None:
        reading = not self.text.isVisible()
        self.text.setVisible(reading)
        for page in self._pages:
            page.setVisible(not reading)
        self.as_text.setText(_("Sh&ow the page") if reading else _("&Read as text"))
        if reading:
            self.text.setFocus(Qt.FocusReason.TabFocusReason)
