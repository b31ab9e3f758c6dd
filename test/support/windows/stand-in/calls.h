/* The calls of the phone. Those who are called and who call are honest and quick, unless the scenario says otherwise. */
#ifndef STAND_IN_CALLS_H
#define STAND_IN_CALLS_H

#include <stdbool.h>
#include <wchar.h>

enum hang_up_scope { ALL_BUT_RINGING_IN, RINGING_IN, CALLING_ONLY };

/* What the window's thread does. */
void make_call(const char *uri);
void answer_first_call(void);
void hang_up(enum hang_up_scope scope);
void toggle_hold(void);
void transfer_call(const char *uri);
bool has_call_at_hand(void);
void handle_call_state(void *news);
void end_all_calls(void);

/* What the tests have far ends do; ring_in() gives the Call-ID, far_end_does() whether there is such a call. */
const char *ring_in(const char *from, const char *asserted_identity, const char *remote_party_id);
bool far_end_does(const char *call_id, const char *what, int status);

#endif
