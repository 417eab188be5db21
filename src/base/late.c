/* SPDX-License-Identifier: Apache-2.0 */
#include "base/late.h"

#include <dlfcn.h>
#include <pthread.h>

static bool look_up(struct late *l, void *library)
{
	for (size_t i = 0; l->names[i]; i++)
		if (!(l->into[i] = dlsym(library, l->names[i])))
			return false;
	return true;
}

bool late_load(struct late *l, struct err *e)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	if (atomic_load(&l->loaded))
		return true;
	pthread_mutex_lock(&lock);
	void *library = dlopen(l->library, RTLD_LAZY | RTLD_LOCAL);
	bool ok = library && look_up(l, library);
	if (ok)
		atomic_store(&l->loaded, true);
	const char *why = ok ? NULL : dlerror();
	if (!ok)
		err_set(e, ERR_INTERNAL, "%s cannot be loaded: %s", l->library, why ? why : "it lacks a function");
	pthread_mutex_unlock(&lock);
	return ok;
}
