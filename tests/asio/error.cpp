// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/error.hpp"

#include <cerrno>

#include "support/asio.hpp"

TEST_CASE("what the system says is a std::errc in a task, and Asio's own in a handler", "[D29]") {
  struct row {
    error_code theirs;
    std::errc ours;
  };

  const row rows[] = {
      {asio::error::connection_refused, std::errc::connection_refused},
      {asio::error::timed_out, std::errc::timed_out},
      {asio::error::operation_aborted, std::errc::operation_canceled},
      {asio::error::no_descriptors, std::errc::too_many_files_open},
      {asio::error::no_memory, std::errc::not_enough_memory},
      {asio::error::try_again, std::errc::resource_unavailable_try_again},
      {asio::error::invalid_argument, std::errc::invalid_argument},
      {asio::error::network_unreachable, std::errc::network_unreachable},
  };
  for (const row& r : rows) {
    INFO(r.theirs.message());
    CHECK(from_asio(r.theirs) == std::make_error_code(r.ours));
    CHECK(to_asio(std::make_error_code(r.ours)) == r.theirs);
  }
}

TEST_CASE("a code of the system's that has no std::errc stays the system's", "[D29]") {
  constexpr int unknown = 9999;  // libc++ has a condition for each number that may be an errno
  const error_code theirs(unknown, asio::error::get_system_category());
  CHECK(from_asio(theirs) == std::error_code(unknown, std::system_category()));
  CHECK(to_asio(from_asio(theirs)) == theirs);
}

TEST_CASE("codes of the DNS and Asio's own go to a task and back", "[D29]") {
  const error_code codes[] = {asio::error::host_not_found, asio::error::host_not_found_try_again,
                              asio::error::service_not_found, asio::error::eof, error_code()};
  for (const error_code& code : codes) CHECK(to_asio(from_asio(code)) == code);
}
