"""What the reference says: an entry for each treatment, topics, sources, and the search over all of them."""

from mbc_journal.reference.library import Reference
from mbc_journal.reference.texts import Bullet, BulletKind, CallSign, ClassText, Entry, LabelRead, Statement, Topic

__all__ = [
    "Bullet", "BulletKind", "CallSign", "ClassText", "Entry", "LabelRead", "Reference", "Statement", "Topic",
]  # fmt: skip
