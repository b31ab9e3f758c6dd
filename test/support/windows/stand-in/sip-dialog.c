#include "sip-dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "pjsip-log.h"
#include "settings.h"
#include "text.h"
#include "version.h"

static const char phone_host[] = "192.0.2.10:5060";
static const char far_host[] = "192.0.2.20:5060";

/* A small generator of Marsaglia's; chance is not needed, only that numbers differ. */
unsigned any_number(void) {
  static unsigned state;
  if (state == 0) state = GetTickCount() ^ (GetCurrentProcessId() << 16) ^ 1;
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

char *own_address(void) {
  struct buffer address = {0};
  bool local = account.domain == NULL;
  const char *user = local ? "" : account.username;
  append(&address, "<sip:%s%s%s>", user, user[0] == '\0' ? "" : "@", local ? phone_host : account.domain);
  return address.bytes;
}

/* What stands within the brackets. */
static char *bare_address(const char *address) {
  const char *open = strchr(address, '<');
  const char *close = open == NULL ? NULL : strchr(open, '>');
  if (close == NULL) return copy_of_range(address, address + strcspn(address, ";"));
  return copy_of_range(open + 1, close);
}

void open_dialog(struct dialog *dialog, bool incoming, const char *far_address) {
  *dialog = (struct dialog){
      .incoming = incoming,
      .invite_sequence = any_number() % 30000 + 1000,
      .far_sequence = any_number() % 30000 + 1000,
      .own_address = own_address(),
      .far_address = copy_of_range(far_address, far_address + strlen(far_address)),
      .target = incoming ? bare_address("<sip:192.0.2.20:5060>") : bare_address(far_address),
  };
  dialog->sequence = dialog->invite_sequence;
  sprintf(dialog->call_id, "%08x%08x%08x", any_number(), any_number(), any_number());
  sprintf(dialog->own_tag, "%08x%08x", any_number(), any_number());
  sprintf(dialog->far_tag, "%08x%08x", any_number(), any_number());
  sprintf(dialog->invite_branch, "z9hG4bKPj%08x%08x", any_number(), any_number());
  sprintf(dialog->address, "0x%08x", any_number());
}

const char *session_name(const struct dialog *dialog) {
  static __thread char name[20];
  snprintf(name, sizeof name, "inv%s", dialog->address);
  return name;
}

const char *reason_phrase(int status) {
  switch (status) {
    case 100: return "Trying";
    case 180: return "Ringing";
    case 200: return "OK";
    case 202: return "Accepted";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 480: return "Temporarily Unavailable";
    case 486: return "Busy Here";
    case 487: return "Request Terminated";
    case 600: return "Busy Everywhere";
    case 603: return "Decline";
    default: return "Default Reason";
  }
}

static void append_sound(struct buffer *body, const char *host, const char *direction) {
  append(body,
         "v=0\r\no=- 3900000000 3900000000 IN IP4 %s\r\ns=pjmedia\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8 0 101\r\n"
         "c=IN IP4 %s\r\na=%s\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\n"
         "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\n",
         host, host, direction);
}

/* Adds the blank line and what follows it. */
static void append_body(struct buffer *message, const char *host, const char *sound, const char *body) {
  struct buffer content = {0};
  if (sound != NULL) append_sound(&content, host, sound);
  else if (body != NULL) append(&content, "%s", body);
  const char *type = sound != NULL ? "application/sdp" : "message/sipfrag;version=2.0";
  if (content.length > 0) append(message, "Content-Type: %s\r\n", type);
  append(message, "Content-Length: %5u\r\n\r\n%s", (unsigned)content.length, content.length > 0 ? content.bytes : "");
  release(&content);
}

static bool is_sent_by_session(const char *method) {
  return strcmp(method, "INVITE") == 0 || strcmp(method, "CANCEL") == 0 || strcmp(method, "BYE") == 0;
}

/* A request; or the one that is answered. */
struct request {
  bool from_phone;
  const char *method;
  unsigned sequence;
  const char *branch;
  /* Whether the side that is called has given its tag. */
  bool established;
};

static void show_message(bool sent, const struct dialog *dialog, const char *method, const char *title,
                         struct buffer *message) {
  char id[20];
  sprintf(id, "%s0x%08x", sent ? "tdta" : "rdata", any_number());
  if (sent && is_sent_by_session(method)) log_line(session_name(dialog), "..Sending %s (%s)", title, id);
  if (!sent) log_line("sip_endpoint.c", "Processing incoming message: %s (%s)", title, id);
  log_message(sent, title, id, message->bytes);
  release(message);
}

static void append_dialog_headers(struct buffer *message, const struct dialog *dialog, const struct request *request) {
  bool from_phone = request->from_phone;
  const char *from = from_phone ? dialog->own_address : dialog->far_address;
  const char *to = from_phone ? dialog->far_address : dialog->own_address;
  const char *to_tag = from_phone ? dialog->far_tag : dialog->own_tag;
  append(message, "Via: SIP/2.0/UDP %s;rport;branch=%s\r\n", from_phone ? phone_host : far_host, request->branch);
  append(message, "From: %s;tag=%s\r\n", from, from_phone ? dialog->own_tag : dialog->far_tag);
  bool tagged = request->established && to_tag[0] != '\0';
  append(message, "To: %s%s%s\r\n", to, tagged ? ";tag=" : "", tagged ? to_tag : "");
  append(message, "Call-ID: %s\r\nCSeq: %u %s\r\n", dialog->call_id, request->sequence, request->method);
}

static void show_request(const struct dialog *dialog, const struct request *request, const char *headers,
                         const char *sound, const char *body) {
  bool from_phone = request->from_phone;
  char title[64];
  struct buffer message = {0};
  append(&message, "%s %s SIP/2.0\r\n", request->method, from_phone ? dialog->target : "sip:192.0.2.10:5060;ob");
  append_dialog_headers(&message, dialog, request);
  append(&message, "Max-Forwards: 70\r\nContact: <sip:%s>\r\n%s", from_phone ? phone_host : far_host, headers);
  if (from_phone) append(&message, "User-Agent: MicroSIP/%s\r\n", version_text);
  append_body(&message, from_phone ? "192.0.2.10" : "192.0.2.20", sound, body);
  snprintf(title, sizeof title, "Request msg %s/cseq=%u", request->method, request->sequence);
  show_message(from_phone, dialog, request->method, title, &message);
}

static void show_response(const struct dialog *dialog, const struct request *request, int status, const char *sound) {
  char title[64];
  struct buffer message = {0};
  append(&message, "SIP/2.0 %d %s\r\n", status, reason_phrase(status));
  append_dialog_headers(&message, dialog, request);
  append_body(&message, request->from_phone ? "192.0.2.20" : "192.0.2.10", sound, NULL);
  snprintf(title, sizeof title, "Response msg %d/%s/cseq=%u", status, request->method, request->sequence);
  show_message(!request->from_phone, dialog, request->method, title, &message);
}

static struct request request_of_invite(const struct dialog *dialog, const char *method) {
  return (struct request){
      .from_phone = !dialog->incoming,
      .method = method,
      .sequence = dialog->invite_sequence,
      .branch = dialog->invite_branch,
      .established = strcmp(method, "ACK") == 0,
  };
}

void send_of_invite(const struct dialog *dialog, const char *method) {
  struct request request = request_of_invite(dialog, method);
  show_request(dialog, &request, "", strcmp(method, "INVITE") == 0 ? "sendrecv" : NULL, NULL);
}

void receive_of_invite(const struct dialog *dialog, const char *method, const char *headers) {
  struct request request = request_of_invite(dialog, method);
  show_request(dialog, &request, headers, strcmp(method, "INVITE") == 0 ? "sendrecv" : NULL, NULL);
}

static unsigned show_within(struct dialog *dialog, bool from_phone, const char *method, const char *headers,
                            const char *sound, const char *body) {
  char branch[48];
  sprintf(branch, "z9hG4bKPj%08x%08x", any_number(), any_number());
  struct request request = {
      .from_phone = from_phone,
      .method = method,
      .sequence = from_phone ? ++dialog->sequence : ++dialog->far_sequence,
      .branch = branch,
      .established = true,
  };
  show_request(dialog, &request, headers, sound, body);
  return request.sequence;
}

unsigned send_within(struct dialog *dialog, const char *method, const char *headers, const char *sound) {
  return show_within(dialog, true, method, headers, sound, NULL);
}

unsigned receive_within(struct dialog *dialog, const char *method, const char *headers, const char *sound,
                        const char *body) {
  return show_within(dialog, false, method, headers, sound, body);
}

static void show_answer(const struct dialog *dialog, bool from_phone, int status, const char *method,
                        unsigned sequence, const char *sound) {
  struct request answered = {
      .from_phone = !from_phone,
      .method = method,
      .sequence = sequence,
      .branch = dialog->invite_branch,
      .established = status > 100,
  };
  show_response(dialog, &answered, status, sound);
}

void send_response(const struct dialog *dialog, int status, const char *method, unsigned sequence, const char *sound) {
  show_answer(dialog, true, status, method, sequence, sound);
}

void receive_response(const struct dialog *dialog, int status, const char *method, unsigned sequence,
                      const char *sound) {
  show_answer(dialog, false, status, method, sequence, sound);
}
