# SPDX-License-Identifier: GPL-3.0-or-later
"""A display with a window manager and a session bus, and a program on it as a screen reader sees it."""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NEEDED = ("Xvfb", "openbox", "dbus-run-session", "xdotool", "xprop")


def inside_session():
    """Runs this script again on a display of its own; returns only there. Exit code 77 without the tools."""
    if os.environ.get("ZHIDA_JOURNEY") == "1":
        return
    missing = [tool for tool in NEEDED if not shutil.which(tool)]
    try:
        import gi

        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        missing.append("gir1.2-atspi-2.0")
    if missing:
        print("skipped, not installed:", " ".join(missing))
        sys.exit(77)
    sys.exit(run_on_display([sys.executable, "-B", *sys.argv]))


def run_on_display(command):
    runtime = tempfile.mkdtemp(prefix="zhida-journey-")
    reader, writer = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1500x950x24", "-nolisten", "tcp"],
                              pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    display = os.read(reader, 16).decode().strip()
    environment = dict(os.environ, DISPLAY=f":{display}", XDG_RUNTIME_DIR=runtime, XDG_DATA_HOME=f"{runtime}/data",
                       XDG_CONFIG_HOME=f"{runtime}/config", HOME=runtime, ZHIDA_JOURNEY="1", LC_ALL="C.UTF-8",
                       QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
    try:
        return subprocess.run(["dbus-run-session", "--", *command], env=environment, check=False).returncode
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(runtime, ignore_errors=True)


def window_manager():
    manager = subprocess.Popen(["openbox", "--sm-disable"], stderr=subprocess.DEVNULL)
    wait(lambda: "window id" in subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], capture_output=True,
                                               text=True, check=False).stdout, "the window manager")
    return manager


def wait(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds} s: {what}")


class Program:
    """The workstation, found by its process id on the accessibility bus."""

    def __init__(self, command):
        self.process = subprocess.Popen(command)

    def root(self):
        from gi.repository import Atspi

        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def walk(self, node=None, depth=0):
        node = node or self.root()
        if node is None or depth > 30:
            return
        yield node
        for index in range(min(node.get_child_count(), 80)):
            child = node.get_child_at_index(index)
            if child is not None:
                yield from self.walk(child, depth + 1)

    def find(self, role, name, showing=True):
        from gi.repository import Atspi, GLib

        try:
            for node in self.walk():
                if node.get_role_name() == role and name in node.get_name():
                    if not showing or node.get_state_set().contains(Atspi.StateType.SHOWING):
                        return node
        except GLib.Error:  # a widget went while we looked
            return None
        return None

    def text_of(self, role, name):
        node = self.find(role, name)
        return node.get_text_iface().get_text(0, -1) if node else None

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()


def key(name):
    subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)
