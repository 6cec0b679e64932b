"""What goes from one process to another: read-only mappings are packed as the plain ones in them.

Whoever packs imports this room; below every other one.
"""

import copyreg
from collections.abc import Mapping
from types import MappingProxyType


def read_only(inner: Mapping[object, object]) -> MappingProxyType[object, object]:
    """Return a read-only mapping, as it is unpacked."""
    return MappingProxyType(inner)


def _reduced(
    mapping: MappingProxyType[object, object],
) -> tuple[object, tuple[dict[object, object]]]:
    return read_only, (dict(mapping),)


copyreg.pickle(MappingProxyType, _reduced)  # type: ignore[arg-type]  # told of classes alone
