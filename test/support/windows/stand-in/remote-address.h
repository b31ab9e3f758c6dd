/* Whom a call is with, as MicroSIP takes it from the text of an address (facts C.5). */
#ifndef STAND_IN_REMOTE_ADDRESS_H
#define STAND_IN_REMOTE_ADDRESS_H

struct remote_address {
  char *user;
  char *domain;
};

/* From the value of a From or To. */
struct remote_address parse_remote_address(const char *text);

/* From an INVITE; the last two may be NULL, and count since 3.22.3. */
struct remote_address caller_of(const char *from, const char *asserted_identity, const char *remote_party_id);

#endif
