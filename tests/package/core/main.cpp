// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <eyeballs/eyeballs.hpp>

eyeballs::task<int> answer() { co_return 42; }

int main() { return eyeballs::run_in_virtual_time(answer()).value() == 42 ? 0 : 1; }
