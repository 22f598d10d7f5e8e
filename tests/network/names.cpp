// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// names HOST: the addresses that the system tells of it, by one getaddrinfo for both families; and in
// a second line those that `connect` tries. Nothing is sent to them.

#include <netdb.h>
#include <sys/socket.h>

#include <asio/io_context.hpp>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <set>
#include <string>

using namespace eyeballs;
using texts = std::set<std::string>;

/// Vetoes each endpoint, so that all are tried.
class recorder final : public socket_preparer {
 public:
  error_code prepare(tcp::socket&, const tcp::endpoint& endpoint) override {
    tried.insert(endpoint.address().to_string());
    return asio::error::operation_aborted;
  }

  texts tried;
};

texts told_by_system(const char* host) {
  texts told;
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  if (::getaddrinfo(host, "7001", &hints, &list) != 0) return told;
  for (const addrinfo* node = list; node; node = node->ai_next) {
    const auto endpoint = detail::endpoint_in(node->ai_addr, node->ai_addrlen);
    if (endpoint) told.insert(endpoint->address().to_string());
  }
  ::freeaddrinfo(list);
  return told;
}

texts tried_by_connect(const char* host) {
  recorder records;
  connect_options options;
  options.prepare = &records;
  asio::io_context context(1);
  async_connect(context, host, "7001", options, [](error_code, tcp::socket) {});
  context.run();
  return records.tried;
}

void print(const texts& all) {
  const char* space = "";
  for (const std::string& text : all) {
    std::cout << space << text;
    space = " ";
  }
  std::cout << '\n';
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  print(told_by_system(argv[1]));
  print(tried_by_connect(argv[1]));
}
