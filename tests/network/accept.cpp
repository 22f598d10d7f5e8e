// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// accept ADDRESS PORT: listens there and nowhere else, says "ready", and accepts and hangs up until
// it is killed.

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  asio::io_context context(1);
  const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(argv[1]),
                                         static_cast<unsigned short>(std::atoi(argv[2])));
  asio::ip::tcp::acceptor acceptor(context, endpoint);
  std::cout << "ready" << std::endl;
  for (;;) acceptor.accept();
}
