#include "calls.h"

#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "hooks.h"
#include "network.h"
#include "phone.h"
#include "pjsip-log.h"
#include "program-files.h"
#include "record.h"
#include "remote-address.h"
#include "settings.h"
#include "sip-dialog.h"
#include "text.h"
#include "version.h"

enum call_state { NONE, CALLING, INCOMING, EARLY, CONNECTING, CONFIRMED, DISCONNECTED };

static const char *const state_names[] = {"NULL",       "CALLING",   "INCOMING",    "EARLY",
                                          "CONNECTING", "CONFIRMED", "DISCONNECTED"};

/* Calls are never forgotten, so that whatever still knows one may look at it. */
struct call {
  struct call *next;
  struct dialog dialog;
  struct remote_address remote;
  char *asserted_identity;
  char *remote_party_id;
  enum call_state state;
  int status;
  /* Hung up here, though the far end has not confirmed it yet. */
  bool closing;
  bool end_handled;
  bool held;
};

/* What the stack's thread tells the window's thread: a moment of a call. */
struct news {
  struct call *call;
  enum call_state state;
  int status;
};

static struct call *calls;
static struct call *selected;

static const unsigned ring_after_ms = 5;
static const unsigned answer_after_ms = 10;

static struct call *add_call(bool incoming, const char *far_address) {
  struct call *call = allocated(sizeof *call);
  open_dialog(&call->dialog, incoming, far_address);
  call->remote = parse_remote_address(far_address);
  lock_stack();
  struct call **place = &calls;
  while (*place != NULL) place = &(*place)->next;
  *place = call;
  unlock_stack();
  return call;
}

static int index_of(const struct call *call) {
  int index = 0;
  for (const struct call *other = calls; other != call; other = other->next)
    if (other->state != DISCONNECTED) index++;
  return index;
}

static bool is_at_hand(const struct call *call) {
  return call->state != NONE && call->state != DISCONNECTED && !call->closing;
}

static bool rings_in(const struct call *call) {
  return call->dialog.incoming && (call->state == INCOMING || call->state == EARLY);
}

static void enter(struct call *call, enum call_state state, const char *event) {
  log_line(session_name(&call->dialog), "....State changed from %s to %s, event=%s", state_names[call->state],
           state_names[state], event);
  call->state = state;
  struct news *news = allocated(sizeof *news);
  *news = (struct news){.call = call, .state = state, .status = call->status};
  post_call_state(news);
}

static void end_call(struct call *call, int status, const char *event) {
  call->status = status;
  enter(call, DISCONNECTED, event);
}

/* Far ends, on the stack's thread. */

static void far_end_rings(void *subject, int unused) {
  struct call *call = subject;
  (void)unused;
  lock_stack();
  if (call->state == CALLING && !call->closing) {
    receive_response(&call->dialog, 180, "INVITE", call->dialog.invite_sequence, NULL);
    enter(call, EARLY, "TSX_STATE");
  }
  unlock_stack();
}

static void far_end_answers(void *subject, int unused) {
  struct call *call = subject;
  (void)unused;
  lock_stack();
  if ((call->state == CALLING || call->state == EARLY) && !call->dialog.incoming && !call->closing) {
    receive_response(&call->dialog, 200, "INVITE", call->dialog.invite_sequence, "sendrecv");
    enter(call, CONNECTING, "TSX_STATE");
    send_of_invite(&call->dialog, "ACK");
    enter(call, CONFIRMED, "TX_MSG");
  }
  unlock_stack();
}

static void far_end_refuses(void *subject, int status) {
  struct call *call = subject;
  lock_stack();
  if ((call->state == CALLING || call->state == EARLY) && !call->dialog.incoming && !call->closing) {
    receive_response(&call->dialog, status, "INVITE", call->dialog.invite_sequence, NULL);
    send_of_invite(&call->dialog, "ACK");
    end_call(call, status, "TSX_STATE");
  }
  unlock_stack();
}

static void far_end_takes_answer(void *subject, int unused) {
  struct call *call = subject;
  (void)unused;
  lock_stack();
  if (call->state == CONNECTING) {
    receive_of_invite(&call->dialog, "ACK", "");
    enter(call, CONFIRMED, "RX_MSG");
  }
  unlock_stack();
}

static void far_end_takes_hang_up(void *subject, int sequence) {
  struct call *call = subject;
  lock_stack();
  struct dialog *dialog = &call->dialog;
  if (call->state == CONFIRMED || call->state == CONNECTING) {
    receive_response(dialog, 200, "BYE", (unsigned)sequence, NULL);
    end_call(call, 200, "TSX_STATE");
  } else if (call->state == CALLING || (call->state == EARLY && !dialog->incoming)) {
    receive_response(dialog, 200, "CANCEL", dialog->invite_sequence, NULL);
    receive_response(dialog, 487, "INVITE", dialog->invite_sequence, NULL);
    send_of_invite(dialog, "ACK");
    end_call(call, 487, "TSX_STATE");
  } else if (rings_in(call)) {
    receive_of_invite(dialog, "ACK", "");
    end_call(call, call->status, "TSX_STATE");
  }
  unlock_stack();
}

static void far_end_hangs_up(void *subject, int unused) {
  struct call *call = subject;
  (void)unused;
  lock_stack();
  struct dialog *dialog = &call->dialog;
  if (call->closing) {
    /* Both hung up; the phone was first. */
  } else if (rings_in(call)) {
    receive_of_invite(dialog, "CANCEL", "");
    send_response(dialog, 200, "CANCEL", dialog->invite_sequence, NULL);
    send_response(dialog, 487, "INVITE", dialog->invite_sequence, NULL);
    end_call(call, 487, "TSX_STATE");
  } else if (call->state == CONFIRMED) {
    unsigned sequence = receive_within(dialog, "BYE", "", NULL, NULL);
    send_response(dialog, 200, "BYE", sequence, NULL);
    end_call(call, 200, "TSX_STATE");
  }
  unlock_stack();
}

static void far_end_holds(void *subject, int held) {
  struct call *call = subject;
  lock_stack();
  if (call->state == CONFIRMED && !call->closing) {
    unsigned sequence = receive_within(&call->dialog, "INVITE", "", held ? "sendonly" : "sendrecv", NULL);
    send_response(&call->dialog, 200, "INVITE", sequence, held ? "recvonly" : "sendrecv");
  }
  unlock_stack();
}

static void far_end_transfers(void *subject, int sequence) {
  struct call *call = subject;
  lock_stack();
  if (call->state == CONFIRMED && !call->closing) {
    struct dialog *dialog = &call->dialog;
    receive_response(dialog, 202, "REFER", (unsigned)sequence, NULL);
    unsigned notify = receive_within(dialog, "NOTIFY", "Event: refer\r\nSubscription-State: terminated\r\n", NULL,
                                     "SIP/2.0 200 OK\r\n");
    send_response(dialog, 200, "NOTIFY", notify, NULL);
    unsigned bye = send_within(dialog, "BYE", "", NULL);
    call->closing = true;
    receive_response(dialog, 200, "BYE", bye, NULL);
    end_call(call, 200, "TSX_STATE");
  }
  unlock_stack();
}

/* A number that is a SIP failure ends with it; the scenario may say "rings", "silent" or another number for any. */
static void far_end_is_called(void *subject, int unused) {
  struct call *call = subject;
  (void)unused;
  wchar_t manner[16];
  wchar_t *user = wide_of(call->remote.user);
  GetPrivateProfileStringW(L"FarEnds", user, user, manner, 16, files.scenario);
  free(user);
  if (wcscmp(manner, L"silent") == 0) return;

  lock_stack();
  if (call->state == CALLING) receive_response(&call->dialog, 100, "INVITE", call->dialog.invite_sequence, NULL);
  unlock_stack();
  int status = _wtoi(manner);
  if (wcslen(manner) == 3 && status >= 400 && status < 700) {
    later(ring_after_ms, far_end_refuses, call, status);
    return;
  }
  later(ring_after_ms, far_end_rings, call, 0);
  if (wcscmp(manner, L"rings") != 0) later(answer_after_ms, far_end_answers, call, 0);
}

/* cmdIncomingCall runs here, before anything else is done about the call: the whole stack waits (facts C.1). */
static void far_end_calls(void *subject, int unused) {
  struct call *call = subject;
  (void)unused;
  struct dialog *dialog = &call->dialog;
  struct buffer headers = {0};
  append(&headers, "Allow: INVITE, ACK, BYE, CANCEL, REFER, NOTIFY\r\n");
  if (call->asserted_identity != NULL) append(&headers, "P-Asserted-Identity: %s\r\n", call->asserted_identity);
  if (call->remote_party_id != NULL) append(&headers, "Remote-Party-ID: %s\r\n", call->remote_party_id);

  lock_stack();
  receive_of_invite(dialog, "INVITE", headers.bytes);
  log_line("pjsua_call.c", ".Incoming Request msg INVITE/cseq=%u", dialog->invite_sequence);
  log_line(session_name(dialog), "..UAS invite session created for dialog dlg%s", dialog->address);
  send_response(dialog, 100, "INVITE", dialog->invite_sequence, NULL);
  enter(call, INCOMING, "RX_MSG");
  unlock_stack();
  release(&headers);

  run_hook(L"cmdIncomingCall", call->remote.user);

  lock_stack();
  if (call->state == INCOMING) {
    log_line("pjsua_call.c", "Answering call %d: code=180", index_of(call));
    send_response(dialog, 180, "INVITE", dialog->invite_sequence, NULL);
    enter(call, EARLY, "TX_MSG");
  }
  unlock_stack();
}

const char *ring_in(const char *from, const char *asserted_identity, const char *remote_party_id) {
  struct call *call = add_call(true, from);
  call->remote = caller_of(from, asserted_identity, remote_party_id);
  if (asserted_identity != NULL)
    call->asserted_identity = copy_of_range(asserted_identity, asserted_identity + strlen(asserted_identity));
  if (remote_party_id != NULL)
    call->remote_party_id = copy_of_range(remote_party_id, remote_party_id + strlen(remote_party_id));
  later(0, far_end_calls, call, 0);
  return call->dialog.call_id;
}

static struct call *call_named(const char *call_id) {
  struct call *found = NULL;
  lock_stack();
  for (struct call *call = calls; call != NULL; call = call->next) {
    bool named = strcmp(call->dialog.call_id, call_id) == 0;
    if (named || (call_id[0] == '\0' && call->state != DISCONNECTED)) found = call;
  }
  unlock_stack();
  return found;
}

bool far_end_does(const char *call_id, const char *what, int status) {
  struct call *call = call_named(call_id);
  if (call == NULL) return false;
  if (strcmp(what, "answer") == 0) later(0, far_end_answers, call, 0);
  else if (strcmp(what, "refuse") == 0) later(0, far_end_refuses, call, status);
  else if (strcmp(what, "hang-up") == 0) later(0, far_end_hangs_up, call, 0);
  else if (strcmp(what, "hold") == 0) later(0, far_end_holds, call, 1);
  else if (strcmp(what, "resume") == 0) later(0, far_end_holds, call, 0);
  else return false;
  return true;
}

/* The phone, on the window's thread. */

bool has_call_at_hand(void) {
  bool found = false;
  lock_stack();
  for (const struct call *call = calls; call != NULL; call = call->next) found |= is_at_hand(call) && !rings_in(call);
  unlock_stack();
  return found;
}

void make_call(const char *uri) {
  struct call *call = add_call(false, uri);
  struct dialog *dialog = &call->dialog;
  lock_stack();
  log_line("pjsua_call.c", "Making call with acc #0 to %s", uri);
  log_line(session_name(dialog), ".UAC invite session created for dialog dlg%s", dialog->address);
  send_of_invite(dialog, "INVITE");
  enter(call, CALLING, "TX_MSG");
  selected = call;
  unlock_stack();
  later(0, far_end_is_called, call, 0);
}

/* At the end of a call, where there is no user, the domain stands for it (facts C.1). */
static void run_end_hook(struct call *call, bool busy) {
  if (call->end_handled) return;
  call->end_handled = true;
  if (selected == call) selected = NULL;
  const char *caller = call->remote.user[0] == '\0' ? call->remote.domain : call->remote.user;
  run_hook(busy ? L"cmdCallBusy" : L"cmdCallEnd", caller);
}

/* A local hang-up is over for the windows at once, before the far end says so, and so it never is busy (facts C.1). */
static void hang_up_call(struct call *call) {
  lock_stack();
  struct dialog *dialog = &call->dialog;
  unsigned sequence = dialog->invite_sequence;
  log_line("pjsua_call.c", "Call %d hanging up: code=0..", index_of(call));
  call->closing = true;
  if (rings_in(call)) {
    call->status = 603;
    send_response(dialog, 603, "INVITE", sequence, NULL);
  } else if (call->state == CALLING || call->state == EARLY) {
    send_of_invite(dialog, "CANCEL");
  } else {
    sequence = send_within(dialog, "BYE", "", NULL);
  }
  unlock_stack();
  later(0, far_end_takes_hang_up, call, (int)sequence);
  run_end_hook(call, false);
}

static bool is_meant(const struct call *call, enum hang_up_scope scope) {
  if (!is_at_hand(call)) return false;
  if (scope == RINGING_IN) return rings_in(call);
  if (scope == CALLING_ONLY) return !call->dialog.incoming && call->state != CONFIRMED;
  return !rings_in(call);
}

void hang_up(enum hang_up_scope scope) {
  for (struct call *call = calls; call != NULL; call = call->next)
    if (is_meant(call, scope)) hang_up_call(call);
}

void end_all_calls(void) {
  hang_up(RINGING_IN);
  hang_up(ALL_BUT_RINGING_IN);
  for (struct call *call = calls; call != NULL; call = call->next)
    if (call->closing) far_end_takes_hang_up(call, (int)call->dialog.sequence);
}

void answer_first_call(void) {
  struct call *call = calls;
  while (call != NULL && !(is_at_hand(call) && rings_in(call))) call = call->next;
  if (call == NULL) return;
  if (is_set(L"singleMode")) hang_up(ALL_BUT_RINGING_IN);
  lock_stack();
  log_line("pjsua_call.c", "Answering call %d: code=200", index_of(call));
  send_response(&call->dialog, 200, "INVITE", call->dialog.invite_sequence, "sendrecv");
  enter(call, CONNECTING, "TX_MSG");
  selected = call;
  unlock_stack();
  later(0, far_end_takes_answer, call, 0);
}

void toggle_hold(void) {
  struct call *call = selected;
  if (call == NULL || call->state != CONFIRMED || call->closing) return;
  lock_stack();
  call->held = !call->held;
  log_line("pjsua_call.c", call->held ? "Putting call %d on hold" : "Sending re-INVITE on call %d", index_of(call));
  unsigned sequence = send_within(&call->dialog, "INVITE", "", call->held ? "sendonly" : "sendrecv");
  receive_response(&call->dialog, 200, "INVITE", sequence, call->held ? "recvonly" : "sendrecv");
  send_of_invite(&call->dialog, "ACK");
  unlock_stack();
}

void transfer_call(const char *uri) {
  struct call *call = selected;
  if (call == NULL || !is_at_hand(call)) return;
  struct buffer headers = {0};
  append(&headers, "Refer-To: %s\r\nReferred-By: %s\r\n", uri, call->dialog.own_address);
  lock_stack();
  log_line("pjsua_call.c", "Transferring call %d to %s", index_of(call), uri);
  unsigned sequence = send_within(&call->dialog, "REFER", headers.bytes, NULL);
  unlock_stack();
  release(&headers);
  later(ring_after_ms, far_end_transfers, call, (int)sequence);
}

static void confirm(struct call *call) {
  if (call->dialog.incoming) run_hook(L"cmdCallAnswer", call->remote.user);
  run_hook(L"cmdCallStart", call->remote.user);
}

void handle_call_state(void *parameter) {
  struct news news = *(struct news *)parameter;
  free(parameter);
  struct call *call = news.call;
  switch (news.state) {
    case CALLING:
      run_hook(L"cmdOutgoingCall", call->remote.user);
      break;
    case EARLY:
      if (call->dialog.incoming) run_hook(L"cmdCallRing", call->remote.user);
      break;
    case CONFIRMED:
      confirm(call);
      break;
    case DISCONNECTED:
      run_end_hook(call, news.status == 486 || news.status == 600 || news.status == 603);
      break;
    default:
      break;
  }
}
