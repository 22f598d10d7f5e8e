// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/read_file.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <string>
#include <system_error>

#include "support/asio.hpp"

namespace {

/// A file that lives as long as this.
class temporary_file {
 public:
  explicit temporary_file(const std::string& text) {
    const int file = ::mkstemp(path_.data());
    REQUIRE(file >= 0);
    REQUIRE(::write(file, text.data(), text.size()) == ssize_t(text.size()));
    ::close(file);
  }

  temporary_file(const temporary_file&) = delete;

  ~temporary_file() { ::unlink(path_.c_str()); }

  const char* path() const noexcept { return path_.c_str(); }

 private:
  std::string path_ = "/tmp/eyeballs-XXXXXX";
};

std::error_code why_not(const char* path) {
  const auto text = detail::read_file(path);
  return text ? std::error_code() : text.error().code();
}

}  // namespace

TEST_CASE("a file is read whole", "[D22]") {
  const no_file_is_left check;
  for (const std::size_t size : {0U, 1U, 16384U, 16385U, 100000U}) {
    const std::string text(size, 'a');
    const temporary_file file(text);
    CHECK(detail::read_file(file.path()).value() == text);
  }
}

TEST_CASE("a file that is too large, or never ends, is an error", "[D22]") {
  const no_file_is_left check;
  const temporary_file file("12345");
  CHECK(detail::read_file(file.path(), 5).value() == "12345");
  CHECK(detail::read_file(file.path(), 4).error().code() == std::errc::file_too_large);
  CHECK(detail::read_file("/dev/zero", 100000).error().code() == std::errc::file_too_large);
}

TEST_CASE("a file that can't be read is an error, and one that is not there is empty", "[D22]") {
  const no_file_is_left check;
  CHECK(why_not("/no/such/file") == std::errc::no_such_file_or_directory);
  CHECK(why_not("/") == std::errc::is_a_directory);
  CHECK(detail::read_file_if_any("/no/such/file").value().empty());
  CHECK(detail::read_file_if_any("/").error().code() == std::errc::is_a_directory);
}
