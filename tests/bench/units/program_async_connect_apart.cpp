// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The same, where the library is compiled apart: what is left of it in the user's file.

#define EYEBALLS_SEPARATE_COMPILATION
#include "program_async_connect.cpp"
