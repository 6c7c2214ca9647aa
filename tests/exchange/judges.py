"""What judges files from outside of this project: the JSON Schema implementation, which brings no types."""

import importlib
from typing import Any


def schema_judge(schema: dict[str, Any]) -> Any:
    """A validator of 2020-12 for `schema`, which itself must be sound."""
    validator = importlib.import_module("jsonschema").Draft202012Validator
    validator.check_schema(schema)
    return validator(schema)
