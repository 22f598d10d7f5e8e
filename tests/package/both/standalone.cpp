// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include <asio/io_context.hpp>
#include <eyeballs/asio.hpp>

bool standalone_is_refused() {
  bool refused = false;
  asio::io_context context;
  eyeballs::async_connect(context.get_executor(), "localhost", "1",
                          [&](auto error, auto) { refused = static_cast<bool>(error); });
  context.run();
  return refused;
}
