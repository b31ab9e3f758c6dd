/* What the tests read afterwards: a line of JSON for everything that reached this program or that it did. */
#ifndef STAND_IN_RECORD_H
#define STAND_IN_RECORD_H

/* Writes a line: pairs of a name (char *) and a text (wchar_t *), closed by NULL. */
void record(const char *what, ...) __attribute__((sentinel));

#endif
