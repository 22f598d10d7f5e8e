// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/system_policy.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "support/asio.hpp"

using detail::reading;

namespace {

/// A path of the test's own; what is there goes at the end.
class scratch_path {
 public:
  scratch_path() {
    char name[] = "/tmp/eyeballs-policy-XXXXXX";
    const detail::file_descriptor made(::mkstemp(name));
    REQUIRE(made.number() >= 0);
    name_ = name;
  }

  scratch_path(const scratch_path&) = delete;

  ~scratch_path() { std::remove(name_.c_str()); }

  const char* name() const { return name_.c_str(); }

 private:
  std::string name_;
};

}  // namespace

TEST_CASE("a file is read whole, but no more than 64 KiB of it", "[D26]") {
  const no_file_is_left check;
  const scratch_path path;
  for (const std::size_t size : {0, 1, 4095, 4096, 4097, 65'536, 200'000}) {
    std::ofstream(path.name()) << std::string(size, 'x');
    std::string text;
    CHECK(detail::read_file(path.name(), text) == reading::done);
    CHECK(text.size() == std::min<std::size_t>(size, 65'536));
  }
}

TEST_CASE("what is no file has no text, and nobody waits for it", "[D26]") {
  const no_file_is_left check;
  const scratch_path path;
  std::remove(path.name());
  std::string text;
  CHECK(detail::read_file(path.name(), text) == reading::done);
  REQUIRE(::mkfifo(path.name(), 0600) == 0);
  CHECK(detail::read_file(path.name(), text) == reading::done);
  CHECK(detail::read_file("/tmp", text) == reading::done);
  CHECK(text.empty());
}

TEST_CASE("a lack of descriptors is not taken for an answer", "[D26]") {
  std::string text;
  const auto end = [&] {
    const support::no_more_files none;
    return detail::read_file("/etc/passwd", text);
  }();
  CHECK(end == reading::no_means);
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
