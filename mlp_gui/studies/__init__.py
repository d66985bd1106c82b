"""Many networks as one thing: a plan, a way to execute it, and what was learned."""
