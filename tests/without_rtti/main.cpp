// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A program that is built with -fno-rtti, and -D ASIO_NO_TYPEID, as Asio needs then. It is refused, and finds what
// its error is about.

#include <cstdio>
#include <eyeballs/asio.hpp>
#include <string>

using asio::ip::tcp;

namespace {

using subject = eyeballs::attempt_subject<tcp::endpoint>;

eyeballs::task<bool> is_refused(asio::any_io_executor executor, std::string host,
                                tcp::endpoint to) {
  auto end =
      co_await eyeballs::as_result(eyeballs::connect(executor, host, std::to_string(to.port())));
  if (end) co_return false;
  const auto& causes = end.error().causes();
  const auto* const about =
      causes.empty() ? end.error().subject_as<subject>() : causes[0].subject_as<subject>();
  co_return end.error().code() == std::errc::connection_refused&& about && about->endpoint == to;
}

}  // namespace

int main() {
  asio::io_context io;
  tcp::socket nobody_listens(io, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
  const tcp::endpoint to = nobody_listens.local_endpoint();

  int refused = 0;
  for (const char* host : {"127.0.0.1", "localhost"})
    co_spawn(io, is_refused(io.get_executor(), host, to),
             [&](std::exception_ptr failed, bool b) { refused += !failed && b; });
  io.run();
  std::printf("%d of 2 refused\n", refused);
  return refused == 2 ? 0 : 1;
}
