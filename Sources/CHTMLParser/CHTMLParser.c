// Replaced by the first version of this target.
