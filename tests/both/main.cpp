// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// One program in which both Asios connect: to a listener that needs neither.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdio>

bool standalone_connects(unsigned short port);
bool boost_connects(unsigned short port);

namespace {

/// A port of loopback where somebody listens as long as the program runs; 0 if that fails.
unsigned short listening_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (listener < 0 || ::bind(listener, any, size) || ::listen(listener, 8) ||
      ::getsockname(listener, any, &size))
    return 0;
  return ntohs(address.sin_port);
}

int told(bool good, const char* what) {
  std::printf("%s: %s\n", what, good ? "connected" : "NOT connected");
  return good ? 0 : 1;
}

}  // namespace

int main() {
  const unsigned short port = listening_port();
  return told(port && standalone_connects(port), "standalone") +
         told(port && boost_connects(port), "boost");
}
