/*
 * How the tests speak with a phone past MicroSIP's own interfaces: by a named pipe, which a thread of its own serves, so
 * that a frozen phone hears them too.
 */
#ifndef STAND_IN_CONTROL_H
#define STAND_IN_CONTROL_H

/* Opens the pipe and records its name. */
void start_control(void);

#endif
