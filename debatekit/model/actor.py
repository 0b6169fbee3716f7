"""Actor: a person, state or body that holds or does something."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from debatekit.model.words import Text

ActorKind = Literal[
    "person", "state", "government", "organisation", "alliance", "group", "publication", "territory"
]


class Actor(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person, state or body that holds or does something."""

    name: Annotated[Text, Meta(description="The name as students should learn it.")]
    kind: Annotated[ActorKind, Meta(description="What sort of actor this is.")]
    role: Annotated[
        str, Meta(description="The part it plays at the time of the article; makes role questions.")
    ] = ""
    also: Annotated[
        tuple[Text, ...], Meta(description="Other names under which readers meet it.")
    ] = ()
    perspective: Annotated[
        str, Meta(description="The school or region it speaks from, such as 'restraint'.")
    ] = ""
