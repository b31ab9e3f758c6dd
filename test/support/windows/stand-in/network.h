/* The thread of the SIP stack: what far ends and the registrar do happens here, one thing after another. */
#ifndef STAND_IN_NETWORK_H
#define STAND_IN_NETWORK_H

void start_network(void);

/* Has a function called on the network's thread after a while. */
void later(unsigned delay_ms, void (*act)(void *subject, int argument), void *subject, int argument);

#endif
