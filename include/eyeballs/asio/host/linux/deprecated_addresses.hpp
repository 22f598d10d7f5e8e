// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Which addresses are deprecated: what Linux's kernel tells by netlink.

#include <linux/if_addr.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <optional>
#include <vector>

#include "../../../address/scope.hpp"
#include "../posix/addresses.hpp"
#include "../system_addresses.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// An address in a message of the kernel's, if it is deprecated. One that may yet turn out to be a
/// duplicate counts as deprecated (RFC 4429, section 3.2).
inline std::optional<ip_address> deprecated_address_in(const nlmsghdr& message) noexcept {
  const auto* const about = static_cast<const ifaddrmsg*>(NLMSG_DATA(&message));
  if ((about->ifa_flags & (IFA_F_DEPRECATED | IFA_F_OPTIMISTIC)) == 0) return std::nullopt;

  const rtattr* own = nullptr;
  auto left = IFA_PAYLOAD(&message);
  for (const rtattr* a = IFA_RTA(about); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
    // Of a point-to-point link IFA_ADDRESS is the other end's, and IFA_LOCAL our own.
    if (a->rta_type == IFA_LOCAL || (a->rta_type == IFA_ADDRESS && !own)) own = a;
  }
  if (!own) return std::nullopt;

  if (about->ifa_family == AF_INET && RTA_PAYLOAD(own) == 4) {
    ip_address::v4_bytes v4;
    std::memcpy(v4.data(), RTA_DATA(own), v4.size());
    return ip_address(v4);
  }
  if (about->ifa_family == AF_INET6 && RTA_PAYLOAD(own) == 16) {
    ip_address::v6_bytes v6;
    std::memcpy(v6.data(), RTA_DATA(own), v6.size());
    const bool of_link = scope_of(ip_address(v6)) == link_local_scope;
    return ip_address(v6, of_link ? about->ifa_index : 0);
  }
  return std::nullopt;
}

/// Those that the kernel tells now. System calls that do not wait: one to ask, and one for each 16
/// KiB of its answer.
inline std::vector<ip_address> deprecated_addresses() {
  const file_descriptor kernel(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));

  struct {
    nlmsghdr header{};
    ifaddrmsg about{};
  } request;

  request.header.nlmsg_len = sizeof request;
  request.header.nlmsg_type = RTM_GETADDR;
  request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
  request.about.ifa_family = AF_UNSPEC;

  std::vector<ip_address> found;
  if (::send(kernel.number(), &request, sizeof request, 0) < 0) return found;
  for (;;) {
    alignas(nlmsghdr) std::array<char, std::size_t(16) << 10> answer;
    auto left = ::recv(kernel.number(), answer.data(), answer.size(), MSG_DONTWAIT);
    if (left <= 0) return found;

    const auto* message = reinterpret_cast<const nlmsghdr*>(answer.data());
    for (; NLMSG_OK(message, left); message = NLMSG_NEXT(message, left)) {
      if (message->nlmsg_type != RTM_NEWADDR) return found;  // the end, or an error
      if (const auto address = deprecated_address_in(*message)) found.push_back(*address);
    }
  }
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
