"""A user's own weights: what two parties would get from each outcome. The record has none."""

from typing import Annotated

from pydantic import Field, StringConstraints

from peacecli.authoring.fields import Authored, Text

Value = Annotated[str, StringConstraints(pattern=r"^-?[0-9]{1,9}(\.[0-9]{1,6})?$")]
"""A decimal number, kept as it is written so that sums are exact."""


class PartyPreferences(Authored):
    """What a party gets from each outcome of each issue; `reservation` is what it has without agreement."""

    values: dict[str, Annotated[dict[str, Value], Field(min_length=1)]] = Field(min_length=1)
    reservation: Value = "0"


class PreferencesFile(Authored):
    """The preferences of two parties, by their ids; `note` says where the numbers come from."""

    preferences: dict[str, PartyPreferences] = Field(min_length=2, max_length=2)
    note: Text | None = None
