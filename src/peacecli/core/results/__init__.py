"""The result types, one module a command. They are the JSON contract: `peacecli schema` prints their JSON Schema.

Every field is always present; what is absent is null, and a list is a list when it has one item.
"""
