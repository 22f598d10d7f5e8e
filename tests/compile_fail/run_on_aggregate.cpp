// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: this compiler destroys a temporary closure in a co_await expression twice
// only: gcc <= 12
#include <eyeballs/asio.hpp>
#include <string>

struct request {
  std::string name;
};

std::size_t length_of(request r) { return r.name.size(); }

eyeballs::task<std::size_t> length(asio::any_io_executor pool, std::string text) {
#ifdef CONTROL
  const request r{text};
  co_return co_await eyeballs::run_on(pool, length_of, r);
#else
  co_return co_await eyeballs::run_on(pool, length_of, request{text});
#endif
}
