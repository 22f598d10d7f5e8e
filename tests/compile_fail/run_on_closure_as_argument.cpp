// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: eyeballs: this compiler destroys a temporary closure in a co_await expression twice
// only: gcc <= 12
#include <eyeballs/asio.hpp>
#include <string>

eyeballs::task<std::size_t> length(asio::any_io_executor pool, std::string text) {
  auto call = [](const auto& f) { return f(); };
#ifdef CONTROL
  auto measure = [text] { return text.size(); };
  co_return co_await eyeballs::run_on(pool, call, measure);
#else
  co_return co_await eyeballs::run_on(pool, call, [text] { return text.size(); });
#endif
}
