/// How many blocks the process allocated so far; -1 where they are not counted.
long allocation_count(void);
