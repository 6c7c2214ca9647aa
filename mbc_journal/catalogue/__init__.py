"""The treatment reference: look up and search; loaded from resources/reference/<language> on first use."""

from mbc_journal.catalogue.drug import Approval, Drug, DrugClass, Kind, Route, SideEffect, UsualPlan
from mbc_journal.catalogue.library import Catalogue, Groups

__all__ = ["Approval", "Catalogue", "Drug", "DrugClass", "Groups", "Kind", "Route", "SideEffect", "UsualPlan"]
