// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The two families of addresses that RFC 8305 has take turns.

namespace eyeballs {

enum class address_family : unsigned char { v4, v6 };

}  // namespace eyeballs
