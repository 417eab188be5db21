/* SPDX-License-Identifier: Apache-2.0 */
/* notify - tells a service manager how the server stands (sd_notify(3)'s protocol). */
#pragma once

/* Send "READY=1" and the like to $NOTIFY_SOCKET; nothing happens without one. */
void notify_manager(const char *state);
