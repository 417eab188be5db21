// SPDX-License-Identifier: Apache-2.0
// Routes of the contract that are not built yet; routes.test.mjs fails as soon as one of them is. As "METHOD path".
export const pending = [];
