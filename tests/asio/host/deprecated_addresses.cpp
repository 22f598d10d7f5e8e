// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/host/deprecated_addresses.hpp"

#include <optional>
#include <string>
#include <vector>

#include "support/addresses.hpp"
#include "support/asio.hpp"

using support::ip;

namespace {

using found_sources = std::vector<std::optional<source_address>>;

found_sources from(const std::vector<std::string>& texts) {
  found_sources all;
  for (const std::string& text : texts) {
    if (text.empty()) all.emplace_back();
    else all.emplace_back(ip(text));
  }
  return all;
}

}  // namespace

TEST_CASE("the kernel is asked only if sources differ, beyond the loopback", "[D26]") {
  using detail::may_be_told_apart;
  CHECK(may_be_told_apart(from({"2001:db8::1", "192.0.2.1"})));
  CHECK(may_be_told_apart(from({"2001:db8::1", "", "2001:db8::2"})));
  CHECK(may_be_told_apart(from({"::1", "2001:db8::1"})));
  CHECK_FALSE(may_be_told_apart({}));
  CHECK_FALSE(may_be_told_apart(from({"", ""})));
  CHECK_FALSE(may_be_told_apart(from({"2001:db8::1"})));
  CHECK_FALSE(may_be_told_apart(from({"2001:db8::1", "", "2001:db8::1"})));
  CHECK_FALSE(may_be_told_apart(from({"::1", "127.0.0.1"})));
  CHECK_FALSE(may_be_told_apart(from({"127.0.0.1", "127.0.0.2"})));
}

TEST_CASE("addresses that are not the host's are not deprecated, and no file is left", "[D26]") {
  const no_file_is_left check;
  found_sources all = from({"2001:db8::dead", "192.0.2.1", ""});
  detail::mark_deprecated(all);
  CHECK_FALSE(all[0]->deprecated);
  CHECK_FALSE(all[1]->deprecated);
  CHECK_FALSE(all[2].has_value());
}

TEST_CASE("where the kernel can't be asked nothing is deprecated", "[D26]") {
  const auto found = [] {
    const support::no_more_files none;
    return detail::deprecated_addresses();
  }();
  CHECK(found.empty());
}

#if defined(__linux__) && !defined(EYEBALLS_ONLY_POSIX)

namespace {

/// A message as the kernel writes it.
struct kernel_message {
  nlmsghdr header{};
  ifaddrmsg about{};
  std::array<char, 64> attributes{};

  kernel_message(unsigned char family, unsigned char flags) {
    header.nlmsg_type = RTM_NEWADDR;
    header.nlmsg_len = NLMSG_LENGTH(sizeof about);
    about.ifa_family = family;
    about.ifa_flags = flags;
    about.ifa_index = 7;
  }

  kernel_message& with(unsigned short type, const std::string& address) {
    const ip_address a = ip(address);
    const bool v4 = about.ifa_family == AF_INET;
    const auto size = v4 ? 4u : 16u;
    rtattr attribute{static_cast<unsigned short>(RTA_LENGTH(size)), type};
    char* const to = reinterpret_cast<char*>(this) + NLMSG_ALIGN(header.nlmsg_len);
    std::memcpy(to, &attribute, sizeof attribute);
    std::memcpy(to + RTA_LENGTH(0), a.bytes().data() + (v4 ? 12 : 0), size);
    header.nlmsg_len = NLMSG_ALIGN(header.nlmsg_len) + RTA_ALIGN(RTA_LENGTH(size));
    return *this;
  }

  std::string deprecated() const {
    const auto found = detail::deprecated_address_in(header);
    if (!found) return "";
    const std::string zone = found->scope_id() ? '%' + std::to_string(found->scope_id()) : "";
    return support::text(*found) + zone;
  }
};

constexpr unsigned char over = IFA_F_DEPRECATED;

}  // namespace

TEST_CASE("what the kernel says of an address", "[D26]") {
  CHECK(kernel_message(AF_INET6, over).with(IFA_ADDRESS, "2001:db8::1").deprecated() ==
        "2001:db8::1");
  CHECK(kernel_message(AF_INET6, IFA_F_OPTIMISTIC).with(IFA_ADDRESS, "2001:db8::1").deprecated() ==
        "2001:db8::1");
  CHECK(kernel_message(AF_INET6, IFA_F_PERMANENT).with(IFA_ADDRESS, "2001:db8::1").deprecated() ==
        "");
  CHECK(kernel_message(AF_INET, over).with(IFA_ADDRESS, "192.0.2.1").deprecated() == "192.0.2.1");
  CHECK(kernel_message(AF_INET6, over).with(IFA_ADDRESS, "fe80::1").deprecated() == "fe80::1%7");
}

TEST_CASE("of a point-to-point link our own end counts", "[D26]") {
  const std::string own = "2001:db8::1", peer = "2001:db8::2";
  CHECK(kernel_message(AF_INET6, over).with(IFA_ADDRESS, peer).with(IFA_LOCAL, own).deprecated() ==
        own);
  CHECK(kernel_message(AF_INET6, over).with(IFA_LOCAL, own).with(IFA_ADDRESS, peer).deprecated() ==
        own);
}

TEST_CASE("a message without an address, or of a family that is none of ours, is none", "[D26]") {
  CHECK(kernel_message(AF_INET6, over).deprecated() == "");
  CHECK(kernel_message(AF_INET6, over).with(IFA_LABEL, "2001:db8::1").deprecated() == "");
  CHECK(kernel_message(AF_UNIX, over).with(IFA_ADDRESS, "2001:db8::1").deprecated() == "");
}

#endif
