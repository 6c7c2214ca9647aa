"""About Care Journal: what it is and is not, its version, and the licences of what it stands on."""

from mbc_journal import __version__, paths
from mbc_journal.db.journal import Journal
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.widgets import Card, Heading, Hint, Label
from mbc_journal.wording import N_, _


class AboutPage(Page):
    """Shown from the Help menu; not in the side bar."""

    NAME, TITLE, ICON, NUMBER = "about", N_("About Care Journal"), "info", 0
    WATCHES = frozenset[str]()

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        self.add_header(_(self.TITLE))
        card = Card(desk.theme)
        card.add(
            Label(
                _(
                    "A private notebook and a plain-language reference; "
                    "it does not check, score or interpret what you write."
                )
            ),
            Label(_("It is not a medical device. No clinician has reviewed its texts yet.")),
            Label(_("Everything stays in one file on this computer. Nothing is sent anywhere.")),
            Hint(
                _("Version {version}. Free software under the GNU General Public License, version 3 or later.").format(
                    version=__version__
                )
            ),
        )
        self.add(card, Heading(_("Made with")))
        for path in sorted((paths.resources() / "licences").glob("*.txt")):
            self.add(Hint(path.stem))

    def refresh(self) -> None:
        """Nothing here changes."""
