/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store-private.h"

static const struct event {
	enum id_kind kind;
	enum job_status status;
	bool partial;
	const char *name;
} events[] = {
#define EVENT(kind, status, partial, name) { ID_##kind, JOB_##status, partial, name },
#include "store/events.def"
#undef EVENT
};
enum { EVENTS = sizeof(events) / sizeof(events[0]) };

const char *store_event_name(enum id_kind kind, enum job_status st, bool partial)
{
	for (size_t i = 0; i < EVENTS; i++)
		if (events[i].kind == kind && events[i].status == st && events[i].partial == partial)
			return events[i].name;
	return NULL;
}

bool store_event_kind(struct str name, enum id_kind *kind)
{
	for (size_t i = 0; i < EVENTS; i++)
		if (str_eq_z(name, events[i].name)) {
			*kind = events[i].kind;
			return true;
		}
	return false;
}

const char *delivery_state_name(enum delivery_state st)
{
	static const char *const names[] = { [DELIVERY_WAITING] = "waiting", [DELIVERY_DELIVERED] = "delivered",
					     [DELIVERY_FAILED] = "failed", [DELIVERY_REFUSED] = "refused" };
	return names[st];
}
