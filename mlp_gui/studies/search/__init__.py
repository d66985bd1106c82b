"""The search for good settings: what is tried next, which runs go on, and what was learned."""
