#include "registration.h"

#include <windows.h>

#include "network.h"
#include "phone.h"
#include "pjsip-log.h"
#include "program-files.h"
#include "settings.h"
#include "sip-dialog.h"
#include "text.h"

static struct dialog dialog;
static bool added;
static bool registered;

static bool has_registrar(void) { return account.domain != NULL && account.server[0] != '\0'; }

static unsigned send_register(const char *expires) {
  struct buffer headers = {0};
  append(&headers, "Expires: %s\r\n", expires);
  unsigned sequence = send_within(&dialog, "REGISTER", headers.bytes, NULL);
  release(&headers);
  return sequence;
}

static void registrar_answers(void *unused, int sequence) {
  (void)unused;
  int status = (int)GetPrivateProfileIntW(L"StandIn", L"registrar", 200, files.scenario);
  lock_stack();
  receive_response(&dialog, status, "REGISTER", (unsigned)sequence, NULL);
  registered = status == 200;
  if (registered) {
    log_line("pjsua_acc.c", "....%s: registration success, status=200 (OK), will re-register in 300 seconds",
             dialog.own_address);
  } else {
    log_line("pjsua_acc.c", "....SIP registration failed, status=%d (%s)", status, reason_phrase(status));
  }
  unlock_stack();
  if (registered) post_registered();
}

void add_account(void) {
  added = account.domain != NULL;
  registered = false;
  if (!added) return;
  lock_stack();
  char *own = own_address();
  log_line("pjsua_acc.c", "Adding account: id=%s", own);
  log_line("pjsua_acc.c", ".Account %s added with id 0", own);
  if (has_registrar()) {
    open_dialog(&dialog, false, own);
    dialog.far_tag[0] = '\0';
    struct buffer target = {0};
    append(&target, "sip:%s", account.server);
    dialog.target = target.bytes;
    log_line("pjsua_acc.c", ".Acc 0: setting registration..");
    unsigned sequence = send_register("300");
    log_line("pjsua_acc.c", "..Acc 0: Registration sent");
    later(5, registrar_answers, NULL, (int)sequence);
  } else {
    post_registered();
  }
  unlock_stack();
}

void remove_account(void) {
  if (!added) return;
  lock_stack();
  log_line("pjsua_acc.c", "Deleting account 0..");
  if (registered) {
    log_line("pjsua_acc.c", ".Acc 0: setting unregistration..");
    send_register("0");
    log_line("pjsua_acc.c", "..Acc 0: Unregistration sent");
  }
  log_line("pjsua_acc.c", ".Account id 0 deleted");
  added = false;
  registered = false;
  unlock_stack();
}

bool is_ready_to_dial(void) {
  if (account.domain == NULL) return true;
  return added && (!has_registrar() || registered);
}
