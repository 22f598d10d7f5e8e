// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_BENCH_SERIES_HPP
#define EYEBALLS_TESTS_BENCH_SERIES_HPP

#include <asio/io_context.hpp>
#include <cstddef>
#include <utility>

#include "rows.hpp"

namespace bench {

/// Starts one operation after another, each from the handler of the one before: `start(io, next)`
/// sees to it that `next()` is called in the end.
template <class Start> class series {
 public:
  series(std::size_t times, Start start) : left_(times), start_(std::move(start)) {}

  void run() {
    next();
    io_.run();
    expect(left_ == 0, "an operation that did not end");
  }

 private:
  void next() {
    if (left_ == 0) return;
    --left_;
    start_(io_, [this] { next(); });
  }

  asio::io_context io_;
  std::size_t left_;
  Start start_;
};

template <class Start> void one_after_another(std::size_t times, Start start) {
  series(times, std::move(start)).run();
}

}  // namespace bench

#endif
