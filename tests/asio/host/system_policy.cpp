// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/system_policy.hpp"

#include <system_error>
#include <thread>
#include <vector>

#include "support/asio.hpp"

TEST_CASE("a lack of descriptors is no answer for ever", "[D26]") {
  const auto end = [] {
    const support::no_more_files none;
    return detail::read_file_if_any("/etc/gai.conf");
  }();
  REQUIRE(end.has_error());
  CHECK(detail::is_lack(end.error().code()));
  CHECK(detail::is_lack(std::make_error_code(std::errc::too_many_files_open_in_system)));
  CHECK(detail::is_lack(std::make_error_code(std::errc::not_enough_memory)));
  CHECK_FALSE(detail::is_lack(std::make_error_code(std::errc::permission_denied)));
  CHECK_FALSE(detail::is_lack(std::make_error_code(std::errc::file_too_large)));
}

TEST_CASE("the system's policy is read once, by whatever thread", "[D26]") {
  const no_file_is_left check;
  std::vector<const policy_row*> first(4);
  std::vector<std::thread> threads;
  for (const policy_row*& f : first)
    threads.emplace_back([&f] { f = system_policy().rows.data(); });
  for (std::thread& t : threads) t.join();
  for (const policy_row* f : first) CHECK(f == first.front());
  CHECK(system_policy().rows.data() == first.front());
  CHECK_FALSE(system_policy().rows.empty());
}
