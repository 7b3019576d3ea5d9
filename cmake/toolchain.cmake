# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, compiler and linker helpers, warnings, sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON)
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)  # moc needs no library built first
set(CMAKE_AUTOGEN_PARALLEL 1)
set(CMAKE_AUTOMOC_COMPILER_PREDEFINES OFF)  # with g++ 12's, moc 6.4 stumbles over <concepts>
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_UNITY_BUILD_BATCH_SIZE 8 CACHE STRING "Sources in one unity file")

# ccache sees paths relative to the tree, so that a second clone hits too.
find_program(ZHIDA_CCACHE ccache)
if(ZHIDA_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${ZHIDA_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
find_program(ZHIDA_MOLD mold)
if(ZHIDA_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# Two protobuf, Boost or Qt translation units may take 1.5 GB each, a link far less.
set_property(GLOBAL PROPERTY JOB_POOLS links=2)
set(CMAKE_JOB_POOL_LINK links)

# Boost's bodies are compiled once, in sync/net: the definitions must be the same everywhere.
add_compile_definitions(BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)

set(ZHIDA_WARNINGS -Wall -Wextra -Wshadow -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 guesses wrongly about these when it optimises (inlined std::string, std::optional, std::variant): warn only.
    foreach(name restrict maybe-uninitialized stringop-overflow stringop-overread array-bounds free-nonheap-object)
        list(APPEND ZHIDA_WARNINGS "-Wno-error=${name}")
    endforeach()
endif()

if(ZHIDA_SANITIZE)
    add_compile_options("-fsanitize=${ZHIDA_SANITIZE}" -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options("-fsanitize=${ZHIDA_SANITIZE}")
endif()
