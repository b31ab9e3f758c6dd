#include "remote-address.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "version.h"

static struct remote_address split_at_user(const char *from, const char *to) {
  const char *at = memchr(from, '@', (size_t)(to - from));
  if (at == NULL) return (struct remote_address){.user = copy_of_range(from, from), .domain = copy_of_range(from, to)};
  return (struct remote_address){.user = copy_of_range(from, at), .domain = copy_of_range(at + 1, to)};
}

/* The first of some characters, or the end. */
static const char *first_of(const char *from, const char *to, const char *characters) {
  while (from < to && strchr(characters, *from) == NULL) from++;
  return from;
}

static const char *skip_scheme(const char *from) {
  if (_strnicmp(from, "sip:", 4) == 0) return from + 4;
  return _strnicmp(from, "sips:", 5) == 0 ? from + 5 : from;
}

/* 3.22.16: within the brackets, cut at the first semicolon, else question mark, and only then divided at the @. */
static struct remote_address parse_bracketed(const char *text) {
  const char *open = strchr(text, '<');
  const char *close = strrchr(text, '>');
  bool bracketed = open != NULL && close != NULL && close > open;
  const char *end = bracketed ? close : text + strlen(text);
  const char *from = skip_scheme(bracketed ? open + 1 : text);
  const char *cut = first_of(from, end, ";");
  if (cut == end) cut = first_of(from, end, "?");
  return split_at_user(from, cut);
}

/* Before: from the first "sip:" on, wherever it stands, in the display name too. */
static struct remote_address parse_from_scheme(const char *text) {
  const char *scheme = strstr(text, "sip:");
  const char *from = scheme == NULL ? text : scheme + 4;
  const char *end = text + strlen(text);
  if (end > from && end[-1] == '>') end--;
  struct remote_address address = split_at_user(from, end);
  const char *domain_end = address.domain + strlen(address.domain);
  const char *cut = first_of(address.domain, domain_end, ";");
  if (cut == domain_end) cut = first_of(address.domain, domain_end, "?");
  if (cut == domain_end) cut = first_of(address.domain, domain_end, ",");
  address.domain[cut - address.domain] = '\0';
  return address;
}

struct remote_address parse_remote_address(const char *text) {
  return SINCE_3_22_16 ? parse_bracketed(text) : parse_from_scheme(text);
}

struct remote_address caller_of(const char *from, const char *asserted_identity, const char *remote_party_id) {
  if (!SINCE_3_22_3) return parse_remote_address(from);
  if (asserted_identity != NULL && strchr(asserted_identity, '@') != NULL)
    return parse_remote_address(asserted_identity);
  return parse_remote_address(remote_party_id != NULL ? remote_party_id : from);
}
