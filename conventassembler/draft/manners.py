"""The one profile by which an act is written, of what its agreement, model and house say."""

from conventassembler.agreement.manner import Manner
from conventassembler.french.profiles import Profile, adapted, default_profile, profile
from conventassembler.keeping import recalled
from conventassembler.library.model import ARTICLE, Model
from conventassembler.source import fold


@recalled
def chosen_profile(*said: Manner) -> Profile:
    """Return the profile that the manners choose, the one that prevails first.

    The first that names a profile gives all its usages; what those before it, and itself, say of
    one usage goes over it. Usages that come after belong to a profile that was not kept.
    """
    base, kept = default_profile(), list(said)
    for rank, one in enumerate(said):
        if one.profile is not None:
            base = profile(str(one.profile)) or base
            kept = list(said[: rank + 1])
            break
    for one in reversed(kept):
        base = adapted(base, one.usages)
    return base


def first_article(act: Manner, model: Model, chosen: Profile) -> str:
    """Return the number of the first article: as the act asks, else its model, else the profile.

    Where the model calls its articles otherwise (« Titre {n} »), only the model decides.
    """
    scheme = model.headings.get(ARTICLE)
    own = scheme.first if scheme else ""
    if scheme is None or fold(scheme.number.replace("{n}", "")) != ARTICLE:
        return own
    return chosen.first_article if "first_article" in act.usages else own or chosen.first_article
