"""From a table to arrays: the declared spec, encoders, scalers, the split, and the ledger of dropped rows."""
