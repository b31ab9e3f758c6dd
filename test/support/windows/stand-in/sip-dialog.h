/* The SIP messages of a call or a registration, made up as two honest ends would exchange them, into the log. */
#ifndef STAND_IN_SIP_DIALOG_H
#define STAND_IN_SIP_DIALOG_H

#include <stdbool.h>

struct dialog {
  bool incoming;
  char call_id[40];
  char own_tag[40];
  char far_tag[40];
  char invite_branch[48];
  /* An object of PJSIP's by its address in memory, the same for session and dialog. */
  char address[16];
  unsigned invite_sequence;
  unsigned sequence;
  unsigned far_sequence;
  /* Values of From and To. */
  char *own_address;
  char *far_address;
  /* Where requests go. */
  char *target;
};

/* far_address is a value of From or To, such as "Ada" <sip:101@pbx.test>. */
void open_dialog(struct dialog *dialog, bool incoming, const char *far_address);

/* The name of the INVITE session's object. */
const char *session_name(const struct dialog *dialog);

/* Requests of the phone; the second sends one within the dialog, such as BYE, and gives its number. */
void send_of_invite(const struct dialog *dialog, const char *method);
unsigned send_within(struct dialog *dialog, const char *method, const char *headers, const char *sound);
/* Requests of the far end. */
void receive_of_invite(const struct dialog *dialog, const char *method, const char *headers);
unsigned receive_within(struct dialog *dialog, const char *method, const char *headers, const char *sound,
                        const char *body);

/* Answers; sound is the direction of an SDP body, such as sendrecv, or NULL. */
void send_response(const struct dialog *dialog, int status, const char *method, unsigned sequence, const char *sound);
void receive_response(const struct dialog *dialog, int status, const char *method, unsigned sequence,
                      const char *sound);

const char *reason_phrase(int status);

/* Values of From and To of the active account. */
char *own_address(void);

/* A number for tags, branches and sequence numbers. */
unsigned any_number(void);

#endif
