// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
bool standalone_is_refused();
bool boost_is_refused();

int main() { return standalone_is_refused() && boost_is_refused() ? 0 : 1; }
