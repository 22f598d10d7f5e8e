// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// One program in which both Asios connect: to a listener that needs neither.

#include <cstdio>

#include "support/loopback.hpp"

bool standalone_connects(unsigned short port);
bool boost_connects(unsigned short port);

namespace {

int told(bool good, const char* what) {
  std::printf("%s: %s\n", what, good ? "connected" : "NOT connected");
  return good ? 0 : 1;
}

}  // namespace

int main() {
  const support::listening_port server;
  return told(standalone_connects(server.number()), "standalone") +
         told(boost_connects(server.number()), "boost");
}
