// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_LOOKUPS_HPP
#define EYEBALLS_TESTS_SUPPORT_LOOKUPS_HPP

#include <vector>

// A getaddrinfo of the test's own, which knows these names and asks the system for all others:
//
//     two.test          127.0.0.1 and 127.0.0.2
//     both.test         127.0.0.1, 127.0.0.2 and ::1
//     empty.test        nothing, but no error either
//     unknown.test      EAI_NONAME
//     again.test        EAI_AGAIN
//     hangs.test        blocks until `release_hung_lookups`, then as unknown.test

/// The families that were asked for since the last time, in the order in which the lookups began.
std::vector<int> begun_lookups();
void forget_begun_lookups();

/// How many lookups hang.
int hung_lookups();
/// Lets all end, and waits until they have.
void release_hung_lookups();

#endif
